using Microsoft.Extensions.Localization;
using Portal.Rules.Provisioning;
using Portal.Web.Data;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>Contracts with settings on their way into the network (OPT-3, ADMIN-9).</summary>
public sealed class ContractFigures(StaffReach reach, IStringLocalizer<ContractStaffText> text) : IStaffFigures
{
    private static readonly ProvisioningState[] Told = [ProvisioningState.Applying, ProvisioningState.Retrying, ProvisioningState.Failed];

    public IEnumerable<FigureRow> Stands(IReadOnlyList<PortalTenant> tenants)
    {
        IReadOnlyList<PortalTenant> with = [.. tenants.Where(tenant => tenant.Has(TenantFeatures.OptionServices))];
        return with.Count == 0 ? [] : Told.Select(state => new FigureRow(text["Figures." + state], [Cell(with, state)])
        {
            IsBad = state == ProvisioningState.Failed,
        });
    }

    private FigureCell Cell(IReadOnlyList<PortalTenant> tenants, ProvisioningState state) =>
        new(new Asked(reach.Sites(tenants), state), $"{StaffPaths.Contracts}?network={state}");

    private sealed record Asked(StaffSites Sites, ProvisioningState State) : FigureAsk
    {
        public override object Shape => Sites.IsOne;

        public override IQueryable<Guid> Rows(PortalDbContext db) => ContractList.With(StaffReach.Within(db.Contracts, Sites),
            StaffReach.Within(db.OptionSettings, Sites).Where(row => row.State == State)).Select(row => row.Id);
    }
}
