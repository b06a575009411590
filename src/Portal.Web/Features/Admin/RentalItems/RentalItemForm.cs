using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Forms;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>An item for rent being written.</summary>
public sealed class RentalItemForm : SteppedForm
{
    /// <summary>Of a new one; it stands in addresses and documents, and stays.</summary>
    [InDraft]
    public string? ItemCode { get; set; }

    [InDraft]
    public string? Category { get; set; }

    [InDraft]
    public string? NameJa { get; set; }

    [InDraft]
    public string? NameEn { get; set; }

    [InDraft]
    public string? TextJa { get; set; }

    [InDraft]
    public string? TextEn { get; set; }

    [InDraft]
    public string? Stock { get; set; }

    [InDraft]
    public string? MinimumMonths { get; set; }

    [InDraft]
    public string? Tax { get; set; }

    [InDraft]
    public string? Position { get; set; }

    /// <summary>Of a new one: the price from today on. Later prices are planned on its page.</summary>
    [InDraft]
    public string? Monthly { get; set; }

    [BindNever]
    public StaffRentalItemTarget Target { get; set; } = null!;

    /// <summary>As it was understood, for the check page.</summary>
    [BindNever]
    public RentalItemContent? Understood { get; set; }

    public bool IsNew => Target.Item is null;

    public void Show(RentalItemContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        (ItemCode, Category, Stock, Tax) = (content.Code, $"{content.Category}", $"{content.Stock}", $"{content.TaxClass}");
        (NameJa, NameEn, TextJa, TextEn) = (content.Name, content.NameEn, content.Text, content.TextEn);
        (MinimumMonths, Position) = (Written(content.MinimumMonths), Written(content.Position));
        Monthly = content.Monthly is { } monthly ? Written(monthly.Amount) : null;
    }

    /// <summary>What a new one begins with.</summary>
    public void Prefill()
    {
        (Stock, Tax) = (nameof(ItemStock.Available), nameof(TaxClass.Standard));
        (MinimumMonths, Position) = (Written(0), Written(UsualPosition));
    }

    private const int UsualPosition = 100;

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);
}
