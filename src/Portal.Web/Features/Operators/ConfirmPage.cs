using Portal.Web.Data.Entities;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators;

/// <summary>"Do this to that one?": what is asked, what follows from it, and the one it is about, by ID.</summary>
public sealed record ConfirmPage(string Title, string Question, string Consequence, string Submit, string Kind = "primary")
{
    public PortalUser? Subject { get; init; }

    public string Back { get; init; } = OperatorPaths.Index;
}
