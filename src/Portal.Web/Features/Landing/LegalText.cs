namespace Portal.Web.Features.Landing;

public sealed class LegalText;
