namespace Portal.Web.Features.Dev;

public sealed class DevText;
