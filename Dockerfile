# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends fonts-ipaexfont-gothic \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props .editorconfig ./
COPY src/Portal.Rules/Portal.Rules.csproj src/Portal.Rules/packages.lock.json src/Portal.Rules/
COPY src/Portal.Web/Portal.Web.csproj src/Portal.Web/packages.lock.json src/Portal.Web/
RUN dotnet restore src/Portal.Web --locked-mode
COPY src src
# Compiled ahead: the first page comes in half the time. The lock file of the restore above knows no platform, so this one keeps its own.
ARG TARGETARCH
RUN dotnet publish src/Portal.Web -c Release -a $TARGETARCH --self-contained false -p:PublishReadyToRun=true -p:NuGetLockFilePath=obj/image.lock.json -o /app

# Chiseled: no shell, no package manager. "extra" has the cultures and time zones that Japanese pages need.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /usr/share/fonts/opentype/ipaexfont-gothic /usr/share/fonts/opentype/ipaexfont-gothic
COPY --from=build /app .
# Room for new objects before the collector looks (64 MB): fewer looks, 4 to 17 % more pages (docs/adr/0148).
ENV DOTNET_GCgen0size=0x4000000
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["./Portal.Web", "healthcheck"]
ENTRYPOINT ["./Portal.Web"]
