using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Addresses;
using Portal.Web.Domain.Orders.Catalogue;
using Portal.Web.Domain.Orders.Placing;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Orders.Placing;

/// <summary>Turns the form into the quote or order to be.</summary>
public sealed class OrderInput(PortalDbContext db, AddressInput addresses, DeliveryTemplates templates, OrderPricing pricing,
    RentalCatalogue catalogue, TenantClock clock, OrderWords words, IStringLocalizer<OrdersText> text)
{
    private static readonly DateField Start = new();
    private static readonly LineField Contact = new(OrderLimits.Name, Required: true);
    private static readonly CalledPhoneField Phone = new();
    private static readonly NoteField Remarks = new(OrderLimits.Remarks);
    private static readonly LineField TemplateName = new(OrderLimits.TemplateName, Required: true);

    public FormReader Reader() => addresses.Reader();

    /// <summary>What the page shows and the browser does not decide.</summary>
    /// <returns>False where there is nothing to be ordered.</returns>
    public async Task<bool> FillAsync(OrderForm form, OrderReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        form.Quoted = await pricing.QuoteAsync(reader, form.Quote);
        var lines = form.Quoted is { } quote ? await pricing.QuotedAsync(quote)
            : string.IsNullOrEmpty(form.Quote) ? await pricing.BasketAsync(reader.User.Id)
            : [];
        form.Order = pricing.Sum(lines, new RentalPeriod(clock.Today, null)) with { Former = await pricing.FormerAsync(form.Quoted) };
        form.Kind = form.Quoted is null ? form.Kind : nameof(OrderKind.Order);
        form.Windows = [.. Enum.GetValues<DeliveryWindow>().Select(window => new Choice(window.ToString(), words.Window(window)))];
        await addresses.OfferAsync(form, reader);
        return lines.Count > 0;
    }

    /// <summary>What the form begins with: the quote's, the former application's, or the reader's own.</summary>
    public async Task PrefillAsync(OrderForm form, OrderReader reader, string? again)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var former = form.Quoted ?? await FormerAsync(reader, again);
        form.AgainOf = form.Quoted is null ? former?.Named : null;
        form.IsAsBefore = former is not null && form.Order.IsAsIn(former);
        form.Kind ??= nameof(OrderKind.Order);
        form.StartsOn = clock.Today.AddDays(catalogue.Terms.DaysAhead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        form.Term = former is { Months: not null } ? OrderForm.Fixed : former is null ? null : OrderForm.Open;
        form.Months = former?.Months?.ToString(CultureInfo.InvariantCulture);
        form.Window = (former?.Window ?? DeliveryWindow.Any).ToString();
        form.Contact = former?.Contact ?? reader.User.DisplayName;
        form.ContactPhone = former?.ContactPhone ?? reader.User.Phone;
        if (former is not null)
        {
            AddressInput.Show(form, former.Address);
        }
    }

    /// <summary>Why a quote cannot be ordered.</summary>
    public async Task<string> WhyNotAsync(OrderForm form, OrderReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        return await pricing.FindQuoteAsync(reader, form.Quote) switch
        {
            { Status: OrderStatus.Failed } failed => text["QuoteFailed", failed.Named],
            { ValidUntil: { } until } over => text["QuoteExpired", over.Named, words.Day(until)],
            _ => text["QuoteOver"],
        };
    }

    public Task<bool> HelpAsync(OrderForm form, OrderReader reader) => addresses.HelpAsync(form, reader);

    public async Task<OrderRequest> ReadAsync(OrderForm form, FormReader fields, OrderReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(fields);
        if (!Enum.TryParse<OrderKind>(form.Kind, out var kind) || kind is not (OrderKind.Quote or OrderKind.Order))
        {
            fields.Add(nameof(form.Kind), new FieldFault.NotOffered());
        }

        if (!Enum.TryParse<DeliveryWindow>(form.Window, out var window) || !Enum.IsDefined(window))
        {
            fields.Add(nameof(form.Window), new FieldFault.NotOffered());
        }

        var period = Period(form, fields);
        var request = new OrderRequest(kind, period, addresses.Read(form, fields),
            fields.Read(Contact, nameof(form.Contact), form.Contact), fields.Read(Phone, nameof(form.ContactPhone), form.ContactPhone),
            window, fields.Read(Remarks, nameof(form.Remarks), form.Remarks), form.Quoted?.Named.ToString());
        if (form.SaveTemplate)
        {
            await CheckTemplateAsync(form, fields, reader);
        }

        return request;
    }

    /// <summary>Puts where it belongs why the period cannot be agreed on.</summary>
    public void Tell(OrderForm form, IEnumerable<PeriodFault> faults, FormReader fields)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(faults);
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var fault in faults)
        {
            Tell(form, fault, fields);
        }
    }

    /// <summary>The form as it was understood, with the sums of its period, for the check page.</summary>
    public async Task ShowAsync(OrderForm form, OrderRequest request, OrderReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reader);
        AddressInput.Show(form, request.Address);
        (form.Request, form.Contact, form.ContactPhone, form.Remarks) = (request, request.Contact, request.ContactPhone, request.Remarks);
        form.StartsOn = request.Period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        form.Months = request.Period.Months?.ToString(CultureInfo.InvariantCulture);
        var lines = form.Quoted is { } quote
            ? await pricing.QuotedAsync(quote, request.Period.Start)
            : await pricing.BasketAsync(reader.User.Id, request.Period.Start);
        form.Order = pricing.Sum(lines, request.Period) with { Former = await pricing.FormerAsync(form.Quoted) };
        form.Seen = form.Order.Seen;
    }

    private void Tell(OrderForm form, PeriodFault fault, FormReader fields)
    {
        switch (fault)
        {
            case PeriodFault.TooSoon:
                fields.Add(nameof(form.StartsOn), text["StartTooSoon", words.Day(clock.Today.AddDays(catalogue.Terms.DaysAhead))]);
                break;
            case PeriodFault.TooFar:
                fields.Add(nameof(form.StartsOn), text["StartTooFar", words.Day(clock.Today.AddDays(RentalPeriod.FurthestStart))]);
                break;
            case PeriodFault.WrongLength:
                fields.Add(nameof(form.Months), text["MonthsUnfit", form.FewestMonths, RentalPeriod.MostMonths]);
                break;
            case PeriodFault.BelowMinimum:
                fields.Add(nameof(form.Months), text["MonthsBelowMinimum", form.Order.MinimumMonths]);
                break;
        }
    }

    private Task<RentalOrder?> FormerAsync(OrderReader reader, string? again) => OrderNumber.Read(again) is { } number
        ? reader.Orders(db).AsNoTracking().Include(row => row.Lines).SingleOrDefaultAsync(row => row.Kind == number.Kind
            && row.Number == number.Number && row.Kind != OrderKind.Cancellation)
        : Task.FromResult<RentalOrder?>(null);

    private RentalPeriod Period(OrderForm form, FormReader fields)
    {
        var start = fields.Read(Start, nameof(form.StartsOn), form.StartsOn);
        if (start is null && !fields.HasProblem(nameof(form.StartsOn)))
        {
            fields.Add(nameof(form.StartsOn), new FieldFault.Missing());
        }

        if (form.Term is not (OrderForm.Open or OrderForm.Fixed))
        {
            fields.Add(nameof(form.Term), new FieldFault.NotOffered());
        }

        // A day that is none says nothing of how long it may be.
        var period = new RentalPeriod(start ?? clock.Today.AddDays(catalogue.Terms.DaysAhead),
            form.Term == OrderForm.Fixed ? Months(form, fields) : null);
        Tell(form, period.Find(clock.Today, catalogue.Terms.DaysAhead, form.Order.MinimumMonths), fields);
        return period;
    }

    private int Months(OrderForm form, FormReader fields)
    {
        if (int.TryParse(CanonicalText.Identifier(form.Months ?? ""), NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            && months is > 0 and <= RentalPeriod.MostMonths)
        {
            return months;
        }

        fields.Add(nameof(form.Months), text["MonthsUnfit", form.FewestMonths, RentalPeriod.MostMonths]);
        return form.FewestMonths;
    }

    private async Task CheckTemplateAsync(OrderForm form, FormReader fields, OrderReader reader)
    {
        var name = fields.Read(TemplateName, nameof(form.TemplateName), form.TemplateName);
        form.TemplateName = name;
        var names = await templates.Of(reader).Select(row => row.Name).ToListAsync();
        if (names.Count >= OrderLimits.Templates)
        {
            fields.Add(nameof(form.SaveTemplate), text["TemplatesFull", OrderLimits.Templates]);
        }
        else if (name is { } typed && names.Exists(other => DeliveryTemplates.LooksLike(other, typed)))
        {
            fields.Add(nameof(form.TemplateName), text["TemplateNameTaken"]);
        }
    }
}
