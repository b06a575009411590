using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Identity;

/// <summary>What is recorded of IDs that are taken.</summary>
internal sealed class IdentityEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.LoginIdProbed, "Somebody is told that an ID, or an address that signs in, is taken"),
    ]);
