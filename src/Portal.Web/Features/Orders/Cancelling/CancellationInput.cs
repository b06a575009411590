using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Features.Orders.Shop;
using Portal.Web.Features.Shared.Orders;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Orders.Cancelling;

/// <summary>Turns the form into the cancellation to be.</summary>
public sealed class CancellationInput(AddressInput addresses, Domain.Orders.Moves.Cancelling cancelling, TenantClock clock,
    OrderWords words, IStringLocalizer<OrdersText> text)
{
    private static readonly DateField Day = new();
    private static readonly LineField Contact = new(OrderLimits.Name, Required: true);
    private static readonly CalledPhoneField Phone = new();
    private static readonly NoteField Reason = new(OrderLimits.Remarks);

    public FormReader Reader() => addresses.Reader(isPickUp: true);

    /// <summary>What the page shows and the browser does not decide.</summary>
    public async Task FillAsync(CancellationForm form, OrderTarget target)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(target);
        Fill(form, target.Order);
        form.Windows = [.. Enum.GetValues<DeliveryWindow>().Select(window => new Choice(window.ToString(), words.Window(window)))];
        await addresses.OfferAsync(form, target.Reader);
    }

    /// <summary>The order as it is now, and which of its lines can be given back.</summary>
    public static void Fill(CancellationForm form, RentalOrder order)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(order);
        form.Order = order;
        form.Lines = [.. order.Lines.Where(line => line.Running.Free > 0).OrderBy(line => line.Position)];
    }

    /// <summary>What the form begins with: nothing chosen, today, and where the goods are.</summary>
    public void Prefill(CancellationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var order = form.Order;
        form.Given = form.Lines.ToDictionary(CancellationForm.Key, string? (_) => "0");
        form.ReturnsOn = (order.StartsOn > clock.Today ? order.StartsOn : clock.Today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (form.Contact, form.ContactPhone, form.Window) = (order.Contact, order.ContactPhone, nameof(DeliveryWindow.Any));
        AddressInput.Show(form, order.Address);
    }

    /// <summary>Does what a button beside the fields asks for.</summary>
    /// <returns>False where another button was pressed.</returns>
    public async Task<bool> HelpAsync(CancellationForm form, OrderReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Step != CancellationForm.AllStep)
        {
            return await addresses.HelpAsync(form, reader);
        }

        form.Given = form.Lines.ToDictionary(CancellationForm.Key,
            string? (line) => line.Running.Free.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    public CancellationRequest Read(CancellationForm form, FormReader fields)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(fields);
        var given = Given(form, fields);
        var day = fields.Read(Day, nameof(form.ReturnsOn), form.ReturnsOn);
        if (day is null && !fields.HasProblem(nameof(form.ReturnsOn)))
        {
            fields.Add(nameof(form.ReturnsOn), new FieldFault.Missing());
        }

        if (!Enum.TryParse<DeliveryWindow>(form.Window, out var window) || !Enum.IsDefined(window))
        {
            fields.Add(nameof(form.Window), new FieldFault.NotOffered());
        }

        var reason = fields.Read(Reason, nameof(form.Reason), form.Reason);
        if (reason.Length == 0 && !fields.HasProblem(nameof(form.Reason)))
        {
            fields.Add(nameof(form.Reason), new FieldFault.Missing());
        }

        var request = new CancellationRequest(given, day ?? clock.Today, addresses.Read(form, fields),
            fields.Read(Contact, nameof(form.Contact), form.Contact), fields.Read(Phone, nameof(form.ContactPhone), form.ContactPhone),
            window, reason);
        Tell(form, cancelling.Find(form.Order, given, request.ReturnsOn).Where(obstacle => obstacle switch
        {
            CancellationObstacle.WrongDay => day is not null,
            CancellationObstacle.WrongQuantity => given.Count == form.Lines.Count,
            _ => true,
        }), fields);
        return request;
    }

    /// <summary>Puts where it belongs why nothing can be given back so.</summary>
    public void Tell(CancellationForm form, IEnumerable<CancellationObstacle> obstacles, FormReader fields)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(obstacles);
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var obstacle in obstacles)
        {
            Tell(form, obstacle, fields);
        }
    }

    /// <summary>The form as it was understood, with what it comes to, for the check page.</summary>
    public static void Show(CancellationForm form, CancellationRequest request)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(request);
        AddressInput.Show(form, request.Address);
        form.Given = form.Lines.ToDictionary(CancellationForm.Key,
            string? (line) => request.Given.GetValueOrDefault(line.Position).ToString(CultureInfo.InvariantCulture));
        form.ReturnsOn = request.ReturnsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (form.Request, form.Contact, form.ContactPhone, form.Reason) =
            (request, request.Contact, request.ContactPhone, request.Reason);
        form.Preview = Domain.Orders.Moves.Cancelling.Preview(form.Order, request.Given, request.ReturnsOn);
        form.Seen = form.Preview.Seen;
    }

    private void Tell(CancellationForm form, CancellationObstacle obstacle, FormReader fields)
    {
        switch (obstacle)
        {
            case CancellationObstacle.WrongDay { Fault: var fault }:
                fields.Add(nameof(form.ReturnsOn),
                    text["ReturnFault." + fault, words.Day(CancellationRules.Furthest(form.Order.Period, clock.Today))]);
                break;
            case CancellationObstacle.WrongQuantity { Fault: var fault }:
                fields.Add(form.Lines is [var first, ..] ? CancellationForm.FieldOf(first) : "", text["QuantityFault." + fault]);
                break;
            case CancellationObstacle.NotRunning:
                fields.Add("", text["NotRunning"]);
                break;
        }
    }

    private Dictionary<int, int> Given(CancellationForm form, FormReader fields)
    {
        var given = new Dictionary<int, int>();
        foreach (var line in form.Lines)
        {
            if (QuantityText.Read(form.Given.TryGetValue(CancellationForm.Key(line), out var typed) ? typed : "0") is { } count
                && count <= line.Running.Free)
            {
                given[line.Position] = count;
            }
            else
            {
                fields.Add(CancellationForm.FieldOf(line), text["GivenUnfit", line.NameIn(OrderWords.Language), line.Running.Free]);
            }
        }

        return given;
    }
}
