using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Forms;

namespace Portal.Web.Features.Orders.Templates;

/// <summary>A delivery template, as typed.</summary>
public sealed class TemplateForm : AddressForm
{
    [InDraft]
    public string? Name { get; set; }

    /// <summary>Null for a new one.</summary>
    [BindNever]
    public DeliveryTemplate? Row { get; set; }
}

/// <summary>All templates of a login ID.</summary>
public sealed record TemplatesPage(IReadOnlyList<DeliveryTemplate> Rows)
{
    public bool IsFull => Rows.Count >= Rules.Orders.OrderLimits.Templates;
}
