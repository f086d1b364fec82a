/** Who signs in to the demonstration; printed at every start. */
export const DEMONSTRATION_SIGN_IN = { email: 'admin@sixfold.example', password: 'sixfold demonstration' }
