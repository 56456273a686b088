print((255).hex() if hasattr(5, 'hex') else 'no', (1.5).hex(), (0.1).hex(), (-0.0).hex(), float('inf').hex(), (5e-324).hex(), float.fromhex('0x1.8p+1'), float.fromhex('1.8'), float.fromhex('-inf'), float.fromhex('0x.8p-2'))
try: float.fromhex('zz')
except ValueError as e: print(e)
