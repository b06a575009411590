using Portal.Web.Data;
using Portal.Web.Data.SqlServer;

namespace Portal.Web.Outbox;

/// <param name="Tenants">Whose rows may be taken.</param>
/// <param name="Take">How many rows at most.</param>
/// <param name="LeaseEnd">Until when the rows are this worker's.</param>
/// <param name="ImpossibleLease">A lease that ends after this moment can only come from a clock that was set back (OB-05).</param>
/// <param name="ImpossiblePause">Likewise a next try.</param>
internal sealed record OutboxClaim(IReadOnlyList<Guid> Tenants, int Take, DateTimeOffset Now, DateTimeOffset LeaseEnd, DateTimeOffset ImpossibleLease, DateTimeOffset ImpossiblePause)
{
    public static OutboxClaim At(DateTimeOffset now, IReadOnlyList<Guid> tenants, int take) =>
        new(tenants, take, now, now + OutboxSchedule.Lease, now + (2 * OutboxSchedule.Lease), now + OutboxSchedule.LongestPause);

    /// <summary>
    /// One statement that finds rows that are due, makes them this worker's and returns them. A row waits for earlier
    /// ones to the same recipient; only one that loses its use with time passes those that pause after a failure.
    /// </summary>
    public FormattableString Statement(PortalDbContext db) =>
        db is SqlServerPortalDbContext ? SqlServerOutboxClaim.Statement(this) : PostgresOutboxClaim.Statement(this);
}
