using Npgsql;
using NpgsqlTypes;

namespace Portal.Benchmarks.Worlds;

/// <summary>What portal_grams makes of a text, without asking it.</summary>
internal sealed class TextGrams
{
    private readonly int mixed;

    private TextGrams(int mixed) => this.mixed = mixed;

    public static async Task<TextGrams> OfAsync(NpgsqlConnection connection, Guid tenant)
    {
        await using var command = new NpgsqlCommand("SELECT uuid_hash($1)", connection) { Parameters = { new() { Value = tenant } } };
        return new TextGrams((int)(await command.ExecuteScalarAsync())!);
    }

    public Task WriteAsync(NpgsqlBinaryImporter copy, string key) =>
        copy.WriteAsync(Of(key), NpgsqlDbType.Array | NpgsqlDbType.Integer);

    private int[] Of(string key)
    {
        int[] signs = [.. key.EnumerateRunes().Select(sign => sign.Value)];
        var grams = new SortedSet<int>();
        for (var i = 0; i < signs.Length - 1; i++)
        {
            var (a, b) = (signs[i], signs[i + 1]);
            if (a >= 128 || b >= 128)
            {
                if (a > ' ' && b > ' ')
                {
                    grams.Add((int)((((long)a << 16) ^ b) & int.MaxValue) ^ mixed);
                }
            }
            else if (i + 2 < signs.Length && IsOfWord(a) && IsOfWord(b) && IsOfWord(signs[i + 2]))
            {
                grams.Add(((a << 14) | (b << 7) | signs[i + 2]) ^ mixed);
            }
        }

        return [.. grams];
    }

    private static bool IsOfWord(int sign) => sign is (>= '0' and <= '9') or (>= 'a' and <= 'z');
}
