using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Rules.Orders;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Orders.Addresses;

/// <summary>A form with an address, as typed (ORDER-2).</summary>
public abstract class AddressForm : SteppedForm
{
    /// <summary>What the button asks for that fills in the place of the postal code.</summary>
    public const string PostalStep = "postal";

    /// <summary>What the button asks for that copies a template into the fields.</summary>
    public const string ApplyStep = "apply";

    [InDraft]
    public string? PostalCode { get; set; }

    [InDraft]
    public string? Prefecture { get; set; }

    [InDraft]
    public string? City { get; set; }

    [InDraft]
    public string? Street { get; set; }

    [InDraft]
    public string? Building { get; set; }

    [InDraft]
    public string? Company { get; set; }

    [InDraft]
    public string? Department { get; set; }

    [InDraft]
    public string? Recipient { get; set; }

    [InDraft]
    public string? RecipientKana { get; set; }

    [InDraft]
    public string? Phone { get; set; }

    /// <summary>Id of the template that is to be copied.</summary>
    [InDraft]
    public string? Template { get; set; }

    /// <summary>The city that a postal code filled in: no longer of use once the code is another.</summary>
    [InDraft]
    public string? FilledCity { get; set; }

    /// <summary>The town that a postal code filled in, where street and number begin.</summary>
    [InDraft]
    public string? FilledTown { get; set; }

    /// <summary>What the postal code said, or the template; null where nobody asked.</summary>
    [BindNever]
    public string? Note { get; set; }

    /// <summary>The login ID's templates; empty where none can be copied.</summary>
    [BindNever]
    public IReadOnlyList<Choice> Templates { get; set; } = [];

    /// <summary>Goods are fetched there, and not brought.</summary>
    public virtual bool IsPickUp => false;

    /// <summary>What is sent is what stands on an envelope, however the reader's language calls it.</summary>
    public static IReadOnlyList<Choice> Prefectures => OrderWords.Language == "ja" ? InJapanese : InOthers;

    private static IReadOnlyList<Choice> InJapanese { get; } = [.. All.Select(name => new Choice(name, name))];

    private static IReadOnlyList<Choice> InOthers { get; } =
        [.. All.Zip(Rules.Orders.Prefectures.InLatin, (name, latin) => new Choice(name, $"{latin} ({name})"))];

    private static IReadOnlyList<string> All => Rules.Orders.Prefectures.All;
}
