using Portal.Web.Audit;

namespace Portal.Web.Data.Seed;

/// <summary>What is recorded of an empty database.</summary>
internal sealed class SeedEvents() : EventContribution(typeof(AuditText),
    [
        new(FirstAdministratorCreated, "An empty database gets its first system administrator"),
    ])
{
    public const string FirstAdministratorCreated = "first-administrator-created";
}
