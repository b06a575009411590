using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Web.Http.Languages;

namespace Portal.Web.Http.Input;

/// <summary>
/// What the framework says when a value does not fit its field,
/// in the language of the page; it never repeats the value.
/// </summary>
internal sealed class BindingTexts(IStringLocalizer<HttpText> text) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        Wrong(messages);
        messages.SetMissingBindRequiredValueAccessor(_ => text["Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => text["Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => text["Missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => text["Missing"]);
        messages.SetValueMustBeANumberAccessor(_ => text["NotANumber"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => text["NotANumber"]);
    }

    private void Wrong(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => text["WrongValue"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => text["WrongValue"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => text["WrongValue"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => text["WrongValue"]);
        messages.SetValueIsInvalidAccessor(_ => text["WrongValue"]);
    }
}
