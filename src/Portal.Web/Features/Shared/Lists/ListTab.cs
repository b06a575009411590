using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Lists;

/// <summary>A view of a list that many ask for: a link with the number of its rows.</summary>
/// <param name="Count">Null where counting would cost more than it tells.</param>
public sealed record ListTab(string Label, string Href, bool IsCurrent, ListCount? Count = null);
