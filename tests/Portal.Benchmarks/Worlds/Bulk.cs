using Npgsql;

namespace Portal.Benchmarks.Worlds;

/// <summary>
/// Rows by COPY, on as many connections as there are processors. Triggers sleep meanwhile: what they keep of texts is
/// written beside, and compared with what they would have made.
/// </summary>
internal static class Bulk
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    /// <param name="open">Makes a connection of a superuser.</param>
    /// <param name="columns">Table, with its columns in brackets.</param>
    /// <param name="numbers">Whose rows are written.</param>
    /// <param name="write">Writes one row.</param>
    public static Task CopyAsync(Func<Task<NpgsqlConnection>> open, string columns, IReadOnlyList<int> numbers,
        Func<NpgsqlBinaryImporter, int, Task> write) =>
        Task.WhenAll(numbers.Chunk(Math.Max(1, (numbers.Count + Environment.ProcessorCount - 1) / Environment.ProcessorCount))
            .Select(part => Task.Run(async () =>
            {
                await using var connection = await open();
                await using (var sleep = new NpgsqlCommand("SET session_replication_role = replica", connection))
                {
                    await sleep.ExecuteNonQueryAsync();
                }

                await using var copy = await connection.BeginBinaryImportAsync($"COPY {columns} FROM STDIN (FORMAT binary)");
                copy.Timeout = Patience;
                foreach (var number in part)
                {
                    await copy.StartRowAsync();
                    await write(copy, number);
                }

                await copy.CompleteAsync();
            })));

    /// <summary>An id in the order of its moment, the same whenever it is asked for.</summary>
    /// <param name="kind">Apart from ids of another kind.</param>
    public static Guid Id(DateTime at, byte kind, int number)
    {
        var milliseconds = new DateTimeOffset(at).ToUnixTimeMilliseconds();
        return new Guid((int)(milliseconds >> 16), (short)milliseconds, 0x7000, 0x80, kind, 0, 0,
            (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);
    }

    /// <summary>Fails where the pairs of signs are not those that the database makes of the same texts.</summary>
    /// <param name="table">With the columns TenantId, Key and Grams.</param>
    public static async Task CompareAsync(NpgsqlConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // constants of the worlds
        command.CommandText = $"""
            SELECT count(*) FROM (SELECT * FROM "{table}" LIMIT 1000) few
            WHERE "Grams" IS DISTINCT FROM portal_grams("TenantId", "Key")
            """;
#pragma warning restore CA2100
        if (await command.ExecuteScalarAsync() is not 0L)
        {
            throw new InvalidOperationException($"{table}: portal_grams makes other pairs of signs.");
        }
    }
}
