using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Addresses;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;

namespace Portal.Web.Features.Orders.Addresses;

/// <summary>Reads addresses, and fills them in by postal code and from templates (ORDER-2, ORDER-3, ORDER-8).</summary>
public sealed class AddressInput(PostalCodes codes, DeliveryTemplates templates, FormWords words, IStringLocalizer<OrdersText> text)
{
    private static readonly PostalCodeField PostalCode = new(Required: true);
    private static readonly ChoiceField Prefecture = new(typed => Prefectures.All.Contains(typed));
    private static readonly LineField Needed = new(OrderLimits.AddressLine, Required: true);
    private static readonly LineField Line = new(OrderLimits.AddressLine);
    private static readonly LineField Name = new(OrderLimits.Name, Required: true);
    private static readonly KanaField Kana = new(OrderLimits.Name);

    // What is called otherwise where goods are fetched.
    private static readonly string[] OfPickUp = [nameof(AddressForm.Recipient), nameof(AddressForm.RecipientKana), "Window"];

    public FormReader Reader(bool isPickUp = false) => words.Reader(field => text[Label(field, isPickUp)]);

    /// <summary>The text that stands beside a field.</summary>
    public static string Label(string field, bool isPickUp) => (isPickUp && OfPickUp.Contains(field) ? "PickUp." : "Field.") + field;

    /// <param name="current">What is stored, where an address is changed.</param>
    public DeliveryAddress Read(AddressForm form, FormReader reader, DeliveryAddress? current = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        return new DeliveryAddress
        {
            PostalCode = reader.Read(PostalCode, nameof(form.PostalCode), form.PostalCode),
            Prefecture = ReadPrefecture(form, reader),
            City = reader.Read(Needed, nameof(form.City), form.City),
            Street = reader.Read(Needed, nameof(form.Street), form.Street),
            Building = reader.Read(Line, nameof(form.Building), form.Building),
            Company = reader.Read(Line, nameof(form.Company), form.Company),
            Department = reader.Read(Line, nameof(form.Department), form.Department),
            Name = reader.Read(Name, nameof(form.Recipient), form.Recipient),
            Kana = Required(reader, Kana, nameof(form.RecipientKana), form.RecipientKana),
            Phone = Required(reader, new CalledPhoneField(current?.Phone ?? ""), nameof(form.Phone), form.Phone),
        };
    }

    /// <summary>What was understood, or what is stored.</summary>
    public static void Show(AddressForm form, DeliveryAddress address)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(address);
        (form.PostalCode, form.Prefecture, form.City, form.Street, form.Building) =
            (address.PostalCode, address.Prefecture, address.City, address.Street, address.Building);
        (form.Company, form.Department, form.Recipient, form.RecipientKana, form.Phone) =
            (address.Company, address.Department, address.Name, address.Kana, address.Phone);
    }

    /// <summary>The templates that can be copied, for the pull-down.</summary>
    public async Task OfferAsync(AddressForm form, OrderReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Templates = [.. (await templates.Of(reader).AsNoTracking().Select(row => new { row.Id, row.Name }).ToListAsync())
            .Select(row => new Choice(row.Id.ToString(), row.Name))];
    }

    /// <summary>Does what a button beside the address asks for, and nothing else.</summary>
    /// <returns>False where another button was pressed.</returns>
    public async Task<bool> HelpAsync(AddressForm form, OrderReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        switch (form.Step)
        {
            case AddressForm.PostalStep:
                FillByCode(form);
                return true;
            case AddressForm.ApplyStep:
                await ApplyAsync(form, reader);
                return true;
            default:
                return false;
        }
    }

    // A code that is unknown blocks nothing: new ones come before the table does.
    private void FillByCode(AddressForm form)
    {
        var places = codes.Find(PostalCode.Read(form.PostalCode ?? "").Value);
        var cities = places.Select(place => place.City).Distinct().ToList();
        if (places.Count == 0)
        {
            form.Note = text["PostalUnknown"];
            return;
        }

        form.Prefecture = places.All(place => place.Prefecture == places[0].Prefecture) ? places[0].Prefecture : form.Prefecture;
        if (cities is not [var city])
        {
            (form.City, form.Street) = (Typed(form.City, form.FilledCity), Typed(form.Street, form.FilledTown));
            (form.FilledCity, form.FilledTown) = (null, null);
            form.Note = text["PostalSeveral", string.Join(text["And"], cities)];
            return;
        }

        // The town begins the next field, unless somebody has gone on there.
        var isFree = string.IsNullOrWhiteSpace(Typed(form.Street, form.FilledTown));
        form.City = city;
        form.Street = isFree ? places[0].Town : form.Street;
        (form.FilledCity, form.FilledTown) = (city, isFree ? places[0].Town : null);
        form.Note = isFree
            ? text["PostalFilled", places[0].Prefecture + city + places[0].Town]
            : text["PostalFilledCity", places[0].Prefecture + city];
    }

    // What the former code filled in and nobody has touched goes with that code.
    private static string? Typed(string? value, string? filled) => value?.Trim() == filled ? null : value;

    private async Task ApplyAsync(AddressForm form, OrderReader reader)
    {
        var row = Guid.TryParse(form.Template, out var id)
            ? await templates.Of(reader).AsNoTracking().SingleOrDefaultAsync(each => each.Id == id)
            : null;
        if (row is null)
        {
            form.Note = text[id == Guid.Empty ? "ChooseTemplate" : "TemplateGone"];
            return;
        }

        Show(form, row.Address);
        (form.FilledCity, form.FilledTown) = (null, null);
        form.Note = text["TemplateApplied", row.Name];
    }

    private static string ReadPrefecture(AddressForm form, FormReader reader)
    {
        if (reader.Read(Prefecture, nameof(form.Prefecture), form.Prefecture) is not { } prefecture)
        {
            reader.Add(nameof(form.Prefecture), new FieldFault.NotOffered());
            return "";
        }

        return prefecture;
    }

    private static string Required(FormReader reader, Field<string> field, string name, string? typed)
    {
        var value = reader.Read(field, name, typed);
        if (value.Length == 0 && !reader.HasProblem(name))
        {
            reader.Add(name, new FieldFault.Missing());
        }

        return value;
    }
}
