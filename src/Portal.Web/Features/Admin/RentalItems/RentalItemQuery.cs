using Portal.Web.Data;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>Which items are looked at, as it stands in the address.</summary>
public sealed class RentalItemQuery : ListInput
{
    public string? Tenant { get; set; }

    public string? Q { get; set; }

    public IReadOnlyList<string> Words => SearchText.Words(Given(Q));

    public string Order => RentalItemList.Orders.Of(Sort);
}
