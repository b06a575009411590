using System.Text.Json;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Tenants;

/// <summary>A value that is to be another, as whoever decides is shown it.</summary>
public sealed record RequestedValue(string Path, string? Before, string? After, bool IsWeaker);

/// <summary>A change of a profile, as it is stored while it waits for a second person (ADMIN-11).</summary>
/// <param name="Version">Of the tenant's row it was made for: on another one somebody has to ask anew.</param>
/// <param name="Profile">The whole, as JSON.</param>
/// <param name="IsOfSystem">System administrators alone decide about it.</param>
public sealed record ProfileRequest(int Version, string Profile, int? RevertOf, bool IsOfSystem, IReadOnlyList<RequestedValue> Values)
{
    public static ProfileRequest Of(ApprovalRequest row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return JsonSerializer.Deserialize<ProfileRequest>(row.Data, JsonSerializerOptions.Web)!;
    }

    internal ProfileDraft Draft(Guid tenantId) =>
        new(tenantId, ProfileJson.Understand(Profile), Version, Version) { RevertOf = RevertOf, IsOfSystem = IsOfSystem };
}
