using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>What both ways of writing an item have beside what it says.</summary>
public abstract class WorkItemEntry : SteppedForm
{
    /// <summary>Of a new one; it stands in addresses and stays.</summary>
    [InDraft]
    public string? ItemCode { get; set; }

    [InDraft]
    public string? Position { get; set; }

    /// <summary>Plans and options, one a line.</summary>
    [InDraft]
    public string? OnlyWith { get; set; }

    /// <summary>What it says, as JSON; of a form of fields, where a page between sends it on as a whole.</summary>
    [InDraft]
    public string? Definition { get; set; }

    [BindNever]
    public StaffItemTarget Target { get; set; } = null!;

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever]
    public WorkItemContent? Understood { get; set; }

    public bool IsNew => Target.Item is null;

    public void ShowItem(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        (ItemCode, Position, OnlyWith) = (item.Code, item.Position.ToString(CultureInfo.InvariantCulture), item.OnlyWith);
    }
}
