using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.Orders;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Addresses;
using Portal.Web.Features.Orders.Addresses;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;

namespace Portal.Web.Features.Orders.Templates;

/// <summary>A delivery template, understood.</summary>
public sealed record ReadTemplate(string Name, DeliveryAddress Address);

/// <summary>Reads the form of a template, and says what stands in its way.</summary>
public sealed class TemplateInput(AddressInput addresses, IStringLocalizer<OrdersText> text)
{
    private static readonly LineField Name = new(OrderLimits.TemplateName, Required: true);

    /// <param name="current">What is stored, where a template is changed.</param>
    /// <returns>Null beside a problem, which stands at its field.</returns>
    public ReadTemplate? Read(TemplateForm form, ModelStateDictionary state, DeliveryAddress? current = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(state);
        var reader = addresses.Reader();
        var name = reader.Read(Name, nameof(form.Name), form.Name);
        var address = addresses.Read(form, reader, current);
        state.Report(reader.Problems);
        return state.IsValid ? new ReadTemplate(name, address) : null;
    }

    /// <summary>Puts where it belongs why nothing was saved.</summary>
    public void Tell(TemplateOutcome outcome, ModelStateDictionary state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (outcome is TemplateOutcome.Full)
        {
            state.AddModelError("", text["TemplatesFull", OrderLimits.Templates]);
        }
        else if (outcome is TemplateOutcome.NameTaken)
        {
            state.AddModelError(nameof(TemplateForm.Name), text["TemplateNameTaken"]);
        }
    }

    /// <summary>Both versions, where a colleague was faster.</summary>
    public ChangedElsewhere Compare(ReadTemplate own, DeliveryTemplate newer)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(newer);
        var (mine, theirs) = (own.Address, newer.Address);
        return new ChangedElsewhere(newer, text["TemplateTitle", newer.Name], OrderPaths.Template(newer.Id))
        {
            Crumbs = [(text["Templates"], OrderPaths.Templates)],
            Fields =
            [
                Field(nameof(TemplateForm.Name), own.Name, newer.Name),
                Field(nameof(AddressForm.PostalCode), mine.PostalCode, theirs.PostalCode),
                Field(nameof(AddressForm.Prefecture), mine.Prefecture, theirs.Prefecture),
                Field(nameof(AddressForm.City), mine.City, theirs.City),
                Field(nameof(AddressForm.Street), mine.Street, theirs.Street),
                Field(nameof(AddressForm.Building), mine.Building, theirs.Building),
                Field(nameof(AddressForm.Company), mine.Company, theirs.Company),
                Field(nameof(AddressForm.Department), mine.Department, theirs.Department),
                Field(nameof(AddressForm.Recipient), mine.Name, theirs.Name),
                Field(nameof(AddressForm.RecipientKana), mine.Kana, theirs.Kana),
                Field(nameof(AddressForm.Phone), mine.Phone, theirs.Phone),
            ],
        };
    }

    private ComparedField Field(string name, string own, string newer) => new(name, text["Field." + name], own, newer);
}
