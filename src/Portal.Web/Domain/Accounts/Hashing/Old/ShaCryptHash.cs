using System.Security.Cryptography;
using System.Text;
using Portal.Rules.Passwords.Stored;

namespace Portal.Web.Domain.Accounts.Hashing.Old;

/// <summary>
/// SHA-crypt, as its specification says (Drepper, "Unix crypt using SHA-256 and SHA-512", 0.6); the numbers of the
/// steps are those of the specification. The framework has none, and the accounts of many Unix systems have nothing
/// else.
/// </summary>
internal static class ShaCryptHash
{
    private const string Alphabet = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <returns>The checksum, in the alphabet of crypt.</returns>
    public static string Checksum(string password, StoredHash.ShaCrypt stored)
    {
        var (key, salt) = (Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(stored.Salt));
        using var hash = IncrementalHash.CreateHash(stored.Bits == 256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA512);

        // 4 to 8: the alternate sum.
        hash.AppendData(key);
        hash.AppendData(salt);
        hash.AppendData(key);
        var sum = First(hash, key, salt, hash.GetHashAndReset());

        // 13 to 20: sequences as long as the password and the salt.
        var p = Sequence(hash, key, key.Length, key.Length);
        var s = Sequence(hash, salt, salt.Length, 16 + sum[0]);
        for (var round = 0; round < stored.Rounds; round++)
        {
            Round(hash, round, sum, p, s);
        }

        return Encode(sum, stored.Bits);
    }

    /// <summary>Steps 1 to 3 and 9 to 12.</summary>
    private static byte[] First(IncrementalHash hash, byte[] key, byte[] salt, byte[] alternate)
    {
        hash.AppendData(key);
        hash.AppendData(salt);
        hash.AppendData(Repeat(alternate, key.Length));
        for (var bits = key.Length; bits > 0; bits >>= 1)
        {
            hash.AppendData((bits & 1) != 0 ? alternate : key);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>Step 21.</summary>
    private static void Round(IncrementalHash hash, int round, byte[] sum, byte[] p, byte[] s)
    {
        var isOdd = round % 2 != 0;
        hash.AppendData(isOdd ? p : sum);
        if (round % 3 != 0)
        {
            hash.AppendData(s);
        }

        if (round % 7 != 0)
        {
            hash.AppendData(p);
        }

        hash.AppendData(isOdd ? sum : p);
        hash.GetHashAndReset(sum);
    }

    private static byte[] Sequence(IncrementalHash hash, byte[] text, int length, int times)
    {
        for (var time = 0; time < times; time++)
        {
            hash.AppendData(text);
        }

        return Repeat(hash.GetHashAndReset(), length);
    }

    private static byte[] Repeat(byte[] bytes, int length)
    {
        var result = new byte[length];
        for (var at = 0; at < length; at++)
        {
            result[at] = bytes[at % bytes.Length];
        }

        return result;
    }

    /// <summary>Step 22: three bytes at a time, from three columns that take turns, four letters each.</summary>
    private static string Encode(byte[] sum, int bits)
    {
        var text = new StringBuilder();
        var (columns, turn) = bits == 256 ? (10, 2) : (21, 1);
        var order = new[] { 0, columns, 2 * columns };
        for (var at = 0; at < columns; at++)
        {
            Append(text, (sum[order[0]] << 16) | (sum[order[1]] << 8) | sum[order[2]], 4);
            order = turn == 1
                ? [order[1] + 1, order[2] + 1, order[0] + 1]
                : [order[2] + 1, order[0] + 1, order[1] + 1];
        }

        if (bits == 256)
        {
            Append(text, (sum[31] << 8) | sum[30], 3);
        }
        else
        {
            Append(text, sum[63], 2);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int value, int letters)
    {
        for (var letter = 0; letter < letters; letter++)
        {
            text.Append(Alphabet[(value >> (6 * letter)) & 63]);
        }
    }
}
