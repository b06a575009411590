using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Placing;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Orders.Placing;

/// <summary>A quote or an order, as typed (ORDER-1).</summary>
public sealed class OrderForm : AddressForm
{
    /// <summary>The word of the term that has no end.</summary>
    public const string Open = "open";

    /// <summary>The word of the term that ends after some months.</summary>
    public const string Fixed = "months";

    [InDraft]
    public string? Kind { get; set; }

    [InDraft]
    public string? StartsOn { get; set; }

    /// <summary><see cref="Open"/> or <see cref="Fixed"/>.</summary>
    [InDraft]
    public string? Term { get; set; }

    [InDraft]
    public string? Months { get; set; }

    [InDraft]
    public string? Contact { get; set; }

    [InDraft]
    public string? ContactPhone { get; set; }

    [InDraft]
    public string? Window { get; set; }

    [InDraft]
    public string? Remarks { get; set; }

    /// <summary>The address is to be kept as a template of that name.</summary>
    [InDraft]
    public bool SaveTemplate { get; set; }

    [InDraft]
    public string? TemplateName { get; set; }

    /// <summary>Number of the quote whose lines and prices these are.</summary>
    [InDraft]
    public string? Quote { get; set; }

    /// <summary>What the check page showed (see <see cref="PricedOrder.Seen"/>).</summary>
    public string? Seen { get; set; }

    /// <summary>What is ordered, at its prices.</summary>
    [BindNever]
    public PricedOrder Order { get; set; } = null!;

    /// <summary>Null where the lines are those of the basket.</summary>
    [BindNever]
    public RentalOrder? Quoted { get; set; }

    /// <summary>The application whose address this one began with; its lines have today's prices.</summary>
    [BindNever]
    public OrderNumber? AgainOf { get; set; }

    /// <summary>Lines, prices and terms are those of that application.</summary>
    [BindNever]
    public bool IsAsBefore { get; set; }

    /// <summary>The shortest term of some months that can be agreed on.</summary>
    public int FewestMonths => Math.Max(1, Order.MinimumMonths);

    /// <summary>As understood, for the check page.</summary>
    [BindNever]
    public OrderRequest? Request { get; set; }

    /// <summary>Lines or prices changed since the check page was shown.</summary>
    [BindNever]
    public bool IsChanged { get; set; }

    [BindNever]
    public IReadOnlyList<Choice> Windows { get; set; } = [];
}
