using Microsoft.Extensions.Options;
using Portal.Web.Http.Gates;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Files;

/// <summary>
/// What files are sent for: there is a form that takes them, or they would lie there for nobody (FI-06).
/// </summary>
public sealed class FilePurposes(IEnumerable<EndpointDataSource> sources, IOptions<SiteOptions> options)
{
    private readonly Lazy<ILookup<string, EndpointMetadataCollection>> forms = new(() => sources
        .SelectMany(source => source.Endpoints).Select(endpoint => endpoint.Metadata)
        .Where(marks => options.Value.Demo || marks.GetMetadata<DemonstrationOnlyAttribute>() is null)
        .SelectMany(marks => marks.GetOrderedMetadata<TakesFilesAttribute>(), (marks, form) => (marks, form.Purpose))
        .ToLookup(form => form.Purpose, form => form.marks, StringComparer.Ordinal));

    /// <summary>The marks of the forms that take files for that; none where it is no purpose.</summary>
    internal IEnumerable<EndpointMetadataCollection> Forms(string purpose) => forms.Value[purpose];

    /// <summary>Whether a form takes them in this tenant, which the staff may have gone into.</summary>
    internal bool AreTaken(string purpose, PortalTenant tenant) => Forms(purpose)
        .SelectMany(marks => marks.GetOrderedMetadata<TakesFilesAttribute>())
        .Any(form => form.Purpose == purpose && (form.Feature is null || tenant.Has(form.Feature)));
}
