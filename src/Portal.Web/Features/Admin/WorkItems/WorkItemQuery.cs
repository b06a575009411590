using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>Which items are looked at, as it stands in the address.</summary>
public sealed class WorkItemQuery : ListInput
{
    public string? Tenant { get; set; }

    public string Order => WorkItemList.Orders.Of(Sort);
}
