using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Admin.RentalItems;

/// <summary>Turns the forms into an item and into a price.</summary>
public sealed class RentalItemInput(FormWords words, OrderWords orders, IStringLocalizer<RentalItemText> text)
{
    /// <summary>In the shop the basket has the address that an item of this code would have.</summary>
    private const string Reserved = "BASKET";

    private static readonly LineField Code = new(OrderLimits.ItemCode, Required: true);
    private static readonly LineField Name = new(OrderLimits.ItemName, Required: true);
    private static readonly LineField NameEn = new(OrderLimits.ItemName);
    private static readonly NoteField Text = new(OrderLimits.ItemText);
    private static readonly LineField Alt = new(OrderLimits.PictureText, Required: true);
    private static readonly LineField AltEn = new(OrderLimits.PictureText);
    private static readonly ChoiceField Category = new(Is<ItemCategory>);
    private static readonly ChoiceField Stock = new(Is<ItemStock>);
    private static readonly ChoiceField Tax = new(Is<TaxClass>);
    private static readonly WholeNumberField Minimum = new(0, OrderLimits.MinimumMonths);
    private static readonly WholeNumberField Position = new(0, OrderLimits.ItemPosition);
    private static readonly WholeNumberField Monthly = new(0, (int)OrderLimits.MonthlyPrice);
    private static readonly DateField From = new();

    public IEnumerable<Choice> Categories =>
        Enum.GetValues<ItemCategory>().Select(each => new Choice(each.ToString(), orders.Category(each)));

    public IEnumerable<Choice> Stocks =>
        Enum.GetValues<ItemStock>().Select(each => new Choice(each.ToString(), orders.Stock(each).Label, text["StockHint." + each]));

    public IEnumerable<Choice> Taxes => Enum.GetValues<TaxClass>().Select(each => new Choice(each.ToString(), text["Tax." + each]));

    public FormReader Reader() => words.Reader(field => text["Field." + field]);

    /// <summary>Beside a fault what is nearest to it.</summary>
    public RentalItemContent Read(RentalItemForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var code = form.Target.Item?.Code ?? ReadCode(form, reader);
        return new(code,
            Choose<ItemCategory>(reader, Category, nameof(form.Category), form.Category),
            reader.Read(Name, nameof(form.NameJa), form.NameJa),
            OrNone(reader.Read(NameEn, nameof(form.NameEn), form.NameEn)),
            reader.Read(Text, nameof(form.TextJa), form.TextJa),
            OrNone(reader.Read(Text, nameof(form.TextEn), form.TextEn)),
            Choose<ItemStock>(reader, Stock, nameof(form.Stock), form.Stock),
            reader.Read(Minimum, nameof(form.MinimumMonths), form.MinimumMonths) ?? 0,
            Choose<TaxClass>(reader, Tax, nameof(form.Tax), form.Tax),
            reader.Read(Position, nameof(form.Position), form.Position) ?? 0,
            form.IsNew ? new Yen(reader.Read(Monthly, nameof(form.Monthly), form.Monthly) ?? 0) : null);
    }

    /// <summary>Null beside a fault.</summary>
    public DatedPrice? ReadPrice(ItemPriceForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var from = reader.Read(From, nameof(form.From), form.From);
        if (from is null && !reader.HasProblem(nameof(form.From)))
        {
            reader.Add(nameof(form.From), new FieldFault.Missing());
        }

        var monthly = reader.Read(Monthly, nameof(form.NewMonthly), form.NewMonthly);
        return from is { } day && monthly is { } amount && reader.Problems.Count == 0 ? new DatedPrice(day, new Yen(amount)) : null;
    }

    /// <summary>What a picture shows, in both languages.</summary>
    public static (string Alt, string? AltEn) ReadAlt(ItemPictureForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        return (reader.Read(Alt, nameof(form.Alt), form.Alt), OrNone(reader.Read(AltEn, nameof(form.AltEn), form.AltEn)));
    }

    public string Say(PriceFault fault, DateOnly today) => text["Price." + fault, orders.Day(DatedPrice.Furthest(today))];

    public IReadOnlyList<ComparedField> Compare(RentalItemContent own, RentalItem newer)
    {
        ArgumentNullException.ThrowIfNull(own);
        var now = RentalItemContent.Of(newer);
        return
        [
            Field(nameof(RentalItemForm.Category), orders.Category(own.Category), orders.Category(now.Category), $"{own.Category}"),
            Field(nameof(RentalItemForm.NameJa), own.Name, now.Name),
            Field(nameof(RentalItemForm.NameEn), own.NameEn, now.NameEn),
            Field(nameof(RentalItemForm.TextJa), own.Text, now.Text),
            Field(nameof(RentalItemForm.TextEn), own.TextEn, now.TextEn),
            Field(nameof(RentalItemForm.Stock), orders.Stock(own.Stock).Label, orders.Stock(now.Stock).Label, $"{own.Stock}"),
            Field(nameof(RentalItemForm.MinimumMonths), Written(own.MinimumMonths), Written(now.MinimumMonths)),
            Field(nameof(RentalItemForm.Tax), text["Tax." + own.TaxClass], text["Tax." + now.TaxClass], $"{own.TaxClass}"),
            Field(nameof(RentalItemForm.Position), Written(own.Position), Written(now.Position)),
        ];
    }

    private ComparedField Field(string name, string? own, string? newer, string? sent = null) =>
        sent is null ? new(name, text["Field." + name], own, newer) : new(name, text["Field." + name], own, newer) { Sent = [sent] };

    private string ReadCode(RentalItemForm form, FormReader reader)
    {
        var code = CanonicalText.Identifier(reader.Read(Code, nameof(form.ItemCode), form.ItemCode)).ToUpperInvariant();
        if (!reader.HasProblem(nameof(form.ItemCode)) && !(code.Length > 0 && char.IsAsciiLetterOrDigit(code[0])
            && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
        {
            reader.Add(nameof(form.ItemCode), text["WrongCode"]);
        }
        else if (code == Reserved)
        {
            reader.Add(nameof(form.ItemCode), text["CodeReserved"]);
        }

        return code;
    }

    private static T Choose<T>(FormReader reader, ChoiceField field, string name, string? typed)
        where T : struct, Enum
    {
        if (reader.Read(field, name, typed) is { } chosen && Is<T>(chosen))
        {
            return Enum.Parse<T>(chosen);
        }

        if (!reader.HasProblem(name))
        {
            reader.Add(name, new FieldFault.NotOffered());
        }

        return default;
    }

    private static bool Is<T>(string word)
        where T : struct, Enum => Enum.GetNames<T>().Contains(word);

    private static string? OrNone(string text) => text.Length > 0 ? text : null;

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);
}
