using Npgsql;

namespace Portal.Web.Data.PostgreSql;

/// <summary>
/// One thing that must be so in the database whatever a former release or somebody's hand made of it. It is looked at
/// first: making it so takes locks that stop everybody, and nearly always there is nothing to do (FP-05).
/// </summary>
/// <param name="IsMissing">A query without strong locks: true when <paramref name="Make"/> has something to do.</param>
/// <param name="Make">Can be applied any number of times.</param>
internal sealed record SchemaPart(string Name, Func<NpgsqlConnection, CancellationToken, Task<bool>> IsMissing, string Make)
{
    public static SchemaPart Of(string name, string isMissing, string make, params object?[] values) =>
        new(name, (connection, cancellationToken) => AskAsync(connection, isMissing, values, cancellationToken), make);

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string sql, object?[] values, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // constants of this folder and names from the model; what varies is a parameter
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
