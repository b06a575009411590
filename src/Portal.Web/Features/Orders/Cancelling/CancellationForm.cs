using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Orders.Cancelling;

/// <summary>What is to be given back, as typed (CANCEL-1).</summary>
public sealed class CancellationForm : AddressForm
{
    /// <summary>What the button asks for that fills in everything that runs.</summary>
    public const string AllStep = "all";

    /// <summary>
    /// How many of each line, by its position: lines that went meanwhile leave the others in their places.
    /// </summary>
    [InDraft]
    public IDictionary<string, string?> Given { get; set; } = new Dictionary<string, string?>();

    [InDraft]
    public string? ReturnsOn { get; set; }

    [InDraft]
    public string? Contact { get; set; }

    [InDraft]
    public string? ContactPhone { get; set; }

    [InDraft]
    public string? Window { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    /// <summary>What the check page showed (see <see cref="CancellationPreview.Seen"/>).</summary>
    public string? Seen { get; set; }

    [BindNever]
    public RentalOrder Order { get; set; } = null!;

    /// <summary>The lines of which something can be given back.</summary>
    [BindNever]
    public IReadOnlyList<RentalOrderLine> Lines { get; set; } = [];

    [BindNever]
    public IReadOnlyList<Choice> Windows { get; set; } = [];

    /// <summary>As understood, for the check page.</summary>
    [BindNever]
    public CancellationRequest? Request { get; set; }

    /// <summary>What it comes to, for the check page.</summary>
    [BindNever]
    public CancellationPreview? Preview { get; set; }

    /// <summary>What it comes to changed since the check page was shown.</summary>
    [BindNever]
    public bool IsChanged { get; set; }

    public override bool IsPickUp => true;

    /// <summary>The name of a line's field.</summary>
    public static string FieldOf(RentalOrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return $"{nameof(Given)}[{Key(line)}]";
    }

    /// <summary>By what a line's quantity is found.</summary>
    public static string Key(RentalOrderLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Position.ToString(CultureInfo.InvariantCulture);
    }
}
