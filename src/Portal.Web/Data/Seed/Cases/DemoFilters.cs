using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed.Cases;

/// <summary>Filters that somebody of the demonstration keeps; one is shared with the colleagues.</summary>
internal static class DemoFilters
{
    private static readonly (string Name, string Query, bool IsShared)[] All =
    [
        ("対応中の障害とアラート",
            "?g1=category.is.fault&g1=status.is-not.closed&g2=category.is.alert&g2=status.is-not.closed&sort=status.-updated", true),
        ("最近30日の自分のケース", "?g1=contact.is.me&g1=updated.within.30", false),
    ];

    public static void Add(DemoSite site, PortalUser owner) => site.Db.SavedCaseFilters.AddRange(All.Select(each => new SavedCaseFilter
    {
        Id = Guid.CreateVersion7(),
        TenantId = site.Tenant.Id,
        ContractId = owner.ContractId!.Value,
        OwnerId = owner.Id,
        Name = each.Name,
        Query = each.Query,
        IsShared = each.IsShared,
        CreatedAt = site.Clock.On(3, 10 * 60),
    }));
}
