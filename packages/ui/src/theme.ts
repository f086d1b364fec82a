import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  type DefaultMantineColor,
  defaultVariantColorsResolver,
  Input,
  InputWrapper,
  Loader,
  type MantineColorsTuple,
  Menu,
  Modal,
  ModalHeader,
  MultiSelect,
  Radio,
  SegmentedControl,
  Select,
  Skeleton,
  Switch,
  Tabs,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'
import inputs from './theme-inputs.module.css'
import overlays from './theme-overlays.module.css'

/** Mantine wants ten shades of a colour; ours are single tokens that change with light and dark by themselves. */
const token = (name: string): MantineColorsTuple => [
  `var(${name})`,
  `var(${name})`,
  `var(${name})`,
  `var(${name})`,
  `var(${name})`,
  `var(${name})`,
  `var(${name})`,
  `var(${name})`,
  `var(${name})`,
  `var(${name})`,
]

// Mantine reads `gray` in light and `dark` in dark; both ladders end at the same tokens.
const gray: MantineColorsTuple = [
  'var(--hover)',
  'var(--sunken)',
  'var(--line)',
  'var(--line)',
  'var(--line-strong)',
  'var(--text-3)',
  'var(--text-3)',
  'var(--text-2)',
  'var(--text)',
  'var(--text)',
]
const dark: MantineColorsTuple = [
  'var(--text)',
  'var(--text-2)',
  'var(--text-3)',
  'var(--text-3)',
  'var(--line-strong)',
  'var(--hover)',
  'var(--surface)',
  'var(--page)',
  'var(--sunken)',
  'var(--sunken)',
]

const choices = { option: overlays.option, dropdown: overlays.menu }

/** The colours a part may be given: one accent, and three that mean something. */
const meanings: Partial<Record<DefaultMantineColor, { on: string; tint: string; hover: string }>> = {
  accent: { on: 'var(--on-accent)', tint: 'var(--accent-tint)', hover: 'var(--accent-hover)' },
  good: { on: 'var(--surface)', tint: 'var(--good-tint)', hover: 'var(--good)' },
  attention: { on: 'var(--surface)', tint: 'var(--attention-tint)', hover: 'var(--attention)' },
  problem: {
    on: 'var(--on-problem)',
    tint: 'var(--problem-tint)',
    hover: 'color-mix(in srgb, var(--problem) 86%, var(--text))',
  },
}

const variantColorResolver: VariantColorsResolver = input => {
  const color = input.color ?? input.theme.primaryColor
  const meaning = meanings[color]
  if (!meaning) return defaultVariantColorsResolver(input)
  const ink = `var(--${color})`
  switch (input.variant) {
    case 'filled':
      return { background: ink, hover: meaning.hover, color: meaning.on, border: `1px solid ${ink}` }
    case 'light':
      return { background: meaning.tint, hover: meaning.tint, color: ink, border: '1px solid transparent' }
    case 'outline':
      return {
        background: 'var(--surface)',
        hover: meaning.tint,
        color: ink,
        border: '1px solid var(--line-strong)',
      }
    case 'subtle':
    case 'transparent':
      return {
        background: 'transparent',
        hover: 'var(--hover)',
        color: ink,
        border: '1px solid transparent',
      }
    default:
      return defaultVariantColorsResolver(input)
  }
}

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.55', xl: '1.5' },
  headings: {
    fontFamily: 'var(--font)',
    fontWeight: '600',
    textWrap: 'pretty',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.3' },
      h2: { fontSize: '1.375rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.5' },
    },
  },
  spacing: { xs: 'var(--s-1)', sm: 'var(--s-2)', md: 'var(--s-4)', lg: 'var(--s-5)', xl: 'var(--s-6)' },
  radius: { xs: 'var(--r-1)', sm: 'var(--r-2)', md: 'var(--r-2)', lg: 'var(--r-3)', xl: 'var(--r-full)' },
  defaultRadius: 'sm',
  shadows: { xs: 'var(--shadow-1)', sm: 'var(--shadow-1)', md: 'var(--shadow-2)', xl: 'var(--shadow-2)' },
  colors: {
    gray,
    dark,
    accent: token('--accent'),
    good: token('--good'),
    attention: token('--attention'),
    problem: token('--problem'),
  },
  primaryColor: 'accent',
  primaryShade: 6,
  white: 'var(--surface)',
  black: 'var(--text)',
  variantColorResolver,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'default', size: 'sm' },
      classNames: { root: inputs.button },
    }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', size: 32 },
      classNames: { root: inputs.icon },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { iconColor: 'var(--on-accent)', size: 'sm' } }),
    Radio: Radio.extend({ defaultProps: { iconColor: 'var(--on-accent)', size: 'sm' } }),
    Switch: Switch.extend({
      defaultProps: { withThumbIndicator: false },
      classNames: { thumb: inputs.thumb },
    }),
    Input: Input.extend({ classNames: { input: inputs.input } }),
    InputWrapper: InputWrapper.extend({
      // Label above, help below, error last: the order in which they are read.
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      classNames: { label: inputs.label, description: inputs.help, error: inputs.error },
    }),
    Loader: Loader.extend({ defaultProps: { size: 'sm', type: 'oval' } }),
    Skeleton: Skeleton.extend({ classNames: { root: overlays.skeleton } }),
    SegmentedControl: SegmentedControl.extend({
      classNames: { root: inputs.segments, label: inputs.segment, indicator: inputs.chosen },
    }),
    Tabs: Tabs.extend({ classNames: { tab: inputs.tab, list: inputs.tabs } }),
    Select: Select.extend({ classNames: choices }),
    MultiSelect: MultiSelect.extend({ classNames: choices }),
    Autocomplete: Autocomplete.extend({ classNames: choices }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        position: 'bottom-end',
        width: 232,
        returnFocus: true,
        withInitialFocusPlaceholder: false,
      },
      classNames: {
        dropdown: overlays.menu,
        item: overlays.item,
        label: overlays.caption,
        divider: overlays.divider,
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 1, color: 'var(--scrim)' },
      },
      classNames: {
        title: overlays.title,
        body: overlays.body,
        content: overlays.dialog,
        header: overlays.header,
      },
    }),
    // Drawn as <header>, which outside of a section would be a second banner of the page.
    ModalHeader: ModalHeader.extend({ defaultProps: { role: 'presentation' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { color: 'var(--inverse)', openDelay: 300 },
      classNames: { tooltip: overlays.tip },
    }),
  },
})

const neutral = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-2)',
  '--mantine-color-placeholder': 'var(--text-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--problem)',
  '--mantine-color-success': 'var(--good)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--text-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-tint)',
  '--mantine-color-accent-light-hover': 'var(--accent-tint)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
}

/** Both schemes name the same tokens: the tokens know whether it is light or dark. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: neutral,
  dark: neutral,
})
