const members = ['mongo-1', 'mongo-2', 'mongo-3'].map((name, id) => ({ _id: id, host: `${name}:27017` }))
try {
  rs.status()
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') throw error
  rs.initiate({ _id: 'sixfold', members })
}
for (let second = 0; second < 60; second += 1) {
  if (rs.status().members.some(member => member.stateStr === 'PRIMARY')) quit(0)
  sleep(1000)
}
print('The replica set has no primary after a minute.')
quit(1)
