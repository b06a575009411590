using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>An item being written as JSON, for those who know how.</summary>
public sealed class WorkItemForm : WorkItemEntry
{
    public void Show(WorkItem item, string definition)
    {
        ShowItem(item);
        Definition = definition;
    }
}
