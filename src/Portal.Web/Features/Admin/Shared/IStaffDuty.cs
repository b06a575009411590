using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// What a member of the staff has in hand that stays behind when it goes: said before it is disabled, removed or given
/// other rights (ADMIN-11). A feature joins by registering one in its own folder.
/// </summary>
public interface IStaffDuty
{
    /// <param name="tenants">Those that the reader looks after.</param>
    /// <returns>Null where there is nothing.</returns>
    Task<StaffDuty?> OfAsync(IReadOnlyList<PortalTenant> tenants, Guid staffId);
}

/// <param name="Title">What it is, and how much of it.</param>
/// <param name="Text">What becomes of it.</param>
/// <param name="Look">What the link to the list says.</param>
/// <param name="Path">The list that shows it.</param>
public sealed record StaffDuty(string Title, string Text, string Look, string Path);
