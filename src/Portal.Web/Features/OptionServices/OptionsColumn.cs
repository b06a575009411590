using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OptionServices;

/// <summary>Which services each ID of a contract uses, in the list of IDs (LINK-2).</summary>
public sealed class OptionsColumn(OptionReading options, OptionWords words, CurrentTenant tenant, IStringLocalizer<OptionsText> text)
    : IPeopleColumn
{
    public string Heading => text["InUseTitle"];

    public bool IsShownTo(PortalUser who) => tenant.Value.Has(TenantFeatures.OptionServices);

    public async Task<IReadOnlyDictionary<Guid, ListCell>> ReadAsync(IReadOnlyCollection<PortalUser> people)
    {
        var inUse = await options.InUseAsync([.. people.Select(user => user.Id)]);
        return inUse.ToDictionary(each => each.Key,
            each => (ListCell)new ListCell.Text(string.Join(text["InUse.Comma"], each.Value.Select(words.Named))));
    }
}
