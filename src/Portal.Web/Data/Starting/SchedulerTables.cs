using System.Text.RegularExpressions;
using Portal.Web.Data.PostgreSql;
using Quartz;

namespace Portal.Web.Data.Starting;

/// <summary>
/// The tables of the scheduler's cluster, made by the owner from the script that the scheduler's package brings along.
/// The script leaves alone what is there.
/// </summary>
internal static partial class SchedulerTables
{
    public const string Prefix = "qrtz_";

    /// <summary>
    /// To say that an index is there takes the script a lock that
    /// stops all writers of its table, so it is asked before (FP-05).
    /// </summary>
    public static SchemaPart Postgres()
    {
        var script = Script(DatabaseProvider.PostgreSql);
        var names = Creations().Matches(script).Select(creation => creation.Groups["name"].Value).ToArray();
        return SchemaPart.Of("scheduler", "SELECT EXISTS (SELECT FROM unnest($1) AS name WHERE to_regclass(name) IS NULL)", script,
            [names]);
    }

    [GeneratedRegex(@"CREATE (TABLE|INDEX) IF NOT EXISTS (?<name>\w+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Creations();

    public static string Script(DatabaseProvider provider)
    {
        var name = provider == DatabaseProvider.PostgreSql ? "create_postgres.sql" : "create_sqlServer.sql";
        var package = typeof(IScheduler).Assembly;
        using var script = package.GetManifestResourceStream("Quartz.Impl.AdoJobStore.Schema." + name)
            ?? throw new InvalidOperationException($"{package.FullName} has no {name}.");
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal);
    }
}
