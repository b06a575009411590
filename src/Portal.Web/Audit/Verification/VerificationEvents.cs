namespace Portal.Web.Audit.Verification;

/// <summary>What is recorded of whoever verifies a log.</summary>
internal sealed class VerificationEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditVerified, "The audit log is held to its seals, by page (each step) or command line"),
    ])
{
    public const string AuditVerified = "audit-verified";
}
