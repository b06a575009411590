using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>The facts of an event as staff read them: with what its tenant calls things.</summary>
public sealed class StaffFacts(AuditWords words, IDisplayTime time)
{
    private const string Door = "door";

    public IReadOnlyList<AuditFact> Of(AuditEvent row, PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(row);
        return words.Facts(row.Details, at => time.Format(at), (name, value) => name == Door
            ? tenant.Profile.Doors.FirstOrDefault(door => door.Key == value)?.Title.ToString()
            : null);
    }
}
