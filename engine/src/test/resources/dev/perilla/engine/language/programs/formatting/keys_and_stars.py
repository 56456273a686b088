for t in ['%(k)*d', '%(k)*.*d', '%(k)s %(z)*d', '%(k)5d|', '%(z)z', '%(k)*s', '%(k)-*d']:
    for d in [{'k': 1.5}, {'k': 3}, {'k': 10**30}, {'k': 'a'}]:
        try:
            print(t % d)
        except Exception as e:
            print(t, type(e).__name__, e)
