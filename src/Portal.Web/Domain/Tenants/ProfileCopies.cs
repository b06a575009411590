using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Tenants;

/// <summary>
/// A profile for a new tenant by the policies, features, doors and menu of another. Telephone numbers and mail
/// addresses of that one's people do not go along: its customers would be sent to them.
/// </summary>
public static class ProfileCopies
{
    public static TenantProfile Of(TenantProfile template, string slug, string? host)
    {
        ArgumentNullException.ThrowIfNull(template);
        return template with
        {
            Slug = slug,
            Host = host,
            Contact = [],
            Mail = template.Mail with { ReportAddress = null },
            TemporaryPassword = template.TemporaryPassword is { } temporary ? temporary with { PhoneNumber = null } : null,
        };
    }
}
