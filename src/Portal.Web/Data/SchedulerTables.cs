using Quartz;

namespace Portal.Web.Data;

/// <summary>
/// The tables of the scheduler's cluster, made by the owner from the script that the scheduler's package brings along. The script
/// leaves alone what is there.
/// </summary>
internal static class SchedulerTables
{
    public const string Prefix = "qrtz_";

    public static string Script(DatabaseProvider provider)
    {
        var name = provider == DatabaseProvider.PostgreSql ? "create_postgres.sql" : "create_sqlServer.sql";
        var package = typeof(IScheduler).Assembly;
        using var script = package.GetManifestResourceStream("Quartz.Impl.AdoJobStore.Schema." + name) ?? throw new InvalidOperationException($"{package.FullName} has no {name}.");
        using var reader = new StreamReader(script);
        return reader.ReadToEnd().Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal);
    }
}
