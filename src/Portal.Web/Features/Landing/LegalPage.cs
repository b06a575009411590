namespace Portal.Web.Features.Landing;

/// <summary>A page of headed sections, whose texts are {Name}.{number}.Title and {Name}.{number}.Text.</summary>
public sealed record LegalPage(string Name, int Sections);
