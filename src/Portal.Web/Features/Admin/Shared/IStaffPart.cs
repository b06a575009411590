using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <summary>
/// What one feature shows on the staff's page of a person and of a contract. A feature joins by registering one in its
/// own folder; it is asked inside the tenant.
/// </summary>
public interface IStaffPart
{
    /// <returns>Null where it has nothing to show of this person.</returns>
    Task<StaffPart?> OfPersonAsync(PortalTenant tenant, PortalUser user) => Task.FromResult<StaffPart?>(null);

    /// <returns>Null where it has nothing to show of this contract.</returns>
    Task<StaffPart?> OfContractAsync(PortalTenant tenant, Contract contract) => Task.FromResult<StaffPart?>(null);
}

/// <param name="Name">Names the part in addresses of the page.</param>
/// <param name="View">Path of the partial view that shows <paramref name="Model"/>.</param>
public sealed record StaffPart(string Name, string Title, string View, object Model);

public static class StaffParts
{
    public static async Task<IReadOnlyList<StaffPart>> AskAsync(this IEnumerable<IStaffPart> parts, Func<IStaffPart, Task<StaffPart?>> ask)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(ask);
        var shown = new List<StaffPart>();
        foreach (var part in parts)
        {
            if (await ask(part) is { } found)
            {
                shown.Add(found);
            }
        }

        return shown;
    }
}
