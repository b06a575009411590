using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.SqlServer;

namespace Portal.Web.Outbox;

/// <summary>
/// One statement for every channel that finds rows that are due, makes them this worker's and returns them. Those that
/// lose their use with time, such as codes, are looked for first and wait for nothing but each other; of all others,
/// each waits for the earlier ones to its recipient.
/// </summary>
/// <param name="Channel">The word for it in the table.</param>
/// <param name="IsUrgent">Only rows with an end.</param>
/// <param name="Tenants">Whose rows may be taken.</param>
/// <param name="Take">How many rows at most.</param>
/// <param name="LeaseEnd">Until when the rows are this worker's.</param>
/// <param name="ImpossibleLease">A lease that ends after this
/// moment was given before the clock was set back (OB-05).</param>
/// <param name="ImpossiblePause">A next try after this moment was set before the clock was set back.</param>
internal sealed record OutboxClaim(string Channel, bool IsUrgent, IReadOnlyList<Guid> Tenants, int Take, DateTimeOffset Now,
    DateTimeOffset LeaseEnd, DateTimeOffset ImpossibleLease, DateTimeOffset ImpossiblePause)
{
    public static OutboxClaim Urgent(OutboxChannel channel, DateTimeOffset now, IReadOnlyList<Guid> tenants, int take) =>
        At(channel, now, true, tenants, take);

    public static OutboxClaim Usual(OutboxChannel channel, DateTimeOffset now, IReadOnlyList<Guid> tenants, int take) =>
        At(channel, now, false, tenants, take);

    public FormattableString Statement(PortalDbContext db) => (db is SqlServerPortalDbContext, IsUrgent) switch
    {
        (false, true) => PostgresOutboxClaim.Urgent(this),
        (false, false) => PostgresOutboxClaim.Usual(this),
        (true, true) => SqlServerOutboxClaim.Urgent(this),
        (true, false) => SqlServerOutboxClaim.Usual(this),
    };

    private static OutboxClaim At(OutboxChannel channel, DateTimeOffset now, bool isUrgent, IReadOnlyList<Guid> tenants, int take) =>
        new(channel.ToString(), isUrgent, tenants, take, now, now + OutboxSchedule.Lease, now + (2 * OutboxSchedule.Lease),
            now + OutboxSchedule.LongestPause);
}
