for v in [0, 1, -5, 3.14159, 1e10, 12345678, 'txt', True, None, [1]]:
    try:
        print('{:+.2e}'.format(v))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
