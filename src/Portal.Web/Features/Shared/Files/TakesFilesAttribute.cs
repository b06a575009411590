using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Http.Input;

namespace Portal.Web.Features.Shared.Files;

/// <summary>
/// The action's form has a field of files (p-files). Each is received before the action runs, and its id is bound where
/// the field stands: as a list of ids, with those that came earlier. What was not taken is an error at the field.
/// </summary>
/// <param name="purpose">The kind of what they will be attached to.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesFilesAttribute(string purpose)
    : Attribute, IFilterFactory, IStreamedFormMetadata, IRequestSizeLimitMetadata, IOrderedFilter
{
    /// <summary>Ten files of 20 MB, and the text around them (defaults.md).</summary>
    public const long Largest = 210L * 1024 * 1024;

    public string Purpose { get; } = purpose;

    /// <summary>What the tenant that they are sent to must have; null for nothing of its own.</summary>
    public string? Feature { get; init; }

    /// <summary>The field, as the form names it.</summary>
    public string Field { get; init; } = "Files";

    public long LargestBody => Largest;

    public long? MaxRequestBodySize => Largest;

    public bool IsReusable => false;

    /// <summary>Before anybody looks at the fields as a whole.</summary>
    public int Order => -3000;

    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) =>
        ActivatorUtilities.CreateInstance<TakesFilesFilter>(serviceProvider, this);
}
