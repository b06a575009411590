using System.Diagnostics.Metrics;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Metrics;
using Portal.Web.Tenancy;

namespace Portal.Web.Audit;

/// <summary>
/// Counts events once they are committed, so that the metrics tell what the audit log tells: kind and tenant, nobody's
/// name (ADMIN-13).
/// </summary>
internal sealed class EventCounts(PortalDbContext db, CurrentTenant tenant) : ICommitListener
{
    private static readonly Counter<long> Events = PortalMetrics.Meter.CreateCounter<long>(
        "portal.events", description: "Recorded events, by kind and tenant");

    private static readonly Counter<long> SignIns = PortalMetrics.Meter.CreateCounter<long>(
        "portal.sign_ins", description: "Steps of sign-ins, by outcome, reason of a refusal and tenant");

    private static readonly Counter<long> Lockouts = PortalMetrics.Meter.CreateCounter<long>(
        "portal.lockouts", description: "Accounts that were locked for failures, by tenant");

    public void Committed()
    {
        var here = new KeyValuePair<string, object?>("tenant", tenant.OrNull?.Slug ?? "-");
        foreach (var happened in db.RecordedEvents)
        {
            Events.Add(1, new("kind", happened.Kind), here);
            if (happened.Kind == AuditKinds.Locked)
            {
                Lockouts.Add(1, here);
            }
            else if (OutcomeOf(happened) is { } outcome)
            {
                SignIns.Add(1, new("outcome", outcome), new("reason", ReasonOf(happened)), here);
            }
        }
    }

    private static string? OutcomeOf(AuditEvent happened) => happened.Kind switch
    {
        AuditKinds.SignedIn => "completed",
        AuditKinds.SignInPasswordAccepted => "password_accepted",
        AuditKinds.SignInFailed => "refused",
        AuditKinds.SignInCodeFailed or AuditKinds.SecondFactorFailed => "code_refused",
        AuditKinds.PasskeyRefused => "passkey_refused",
        _ => null,
    };

    // Of this kind alone the reason is a word of the code; of others people may have written it.
    private static string ReasonOf(AuditEvent happened) => happened.Kind == AuditKinds.SignInFailed ? happened.Reason ?? "-" : "-";
}
