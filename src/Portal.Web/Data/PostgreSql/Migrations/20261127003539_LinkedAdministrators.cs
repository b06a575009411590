using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class LinkedAdministrators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "MasterKey",
                table: "Users",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<Guid>(
                name: "LinkingById",
                table: "SignInAttempts",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ActingRows",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Handle = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    SessionId = table.Column<Guid>(type: "uuid", nullable: false),
                    RealUserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ActedForId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    LinkId = table.Column<Guid>(type: "uuid", nullable: true),
                    ViaUserId = table.Column<Guid>(type: "uuid", nullable: true),
                    ViaId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActingRows", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_ActingRows_Sessions_TenantId_SessionId",
                        columns: x => new { x.TenantId, x.SessionId },
                        principalTable: "Sessions",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AdministratorLinks",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ManagerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AdministratorId = table.Column<Guid>(type: "uuid", nullable: false),
                    LinkedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ConfirmedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FactorProvenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastOpenedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdministratorLinks", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_AdministratorLinks_Users_TenantId_ManagerId",
                        columns: x => new { x.TenantId, x.ManagerId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false, collation: "C"),
                    AcceptedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => new { x.TenantId, x.Id });
                    table.ForeignKey(
                        name: "FK_Consents_Users_TenantId_UserId",
                        columns: x => new { x.TenantId, x.UserId },
                        principalTable: "Users",
                        principalColumns: new[] { "TenantId", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Users_TenantId_Door_MasterKey",
                table: "Users",
                columns: new[] { "TenantId", "Door", "MasterKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ActingRows_TenantId_SessionId_Handle",
                table: "ActingRows",
                columns: new[] { "TenantId", "SessionId", "Handle" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorLinks_TenantId_AdministratorId",
                table: "AdministratorLinks",
                columns: new[] { "TenantId", "AdministratorId" });

            migrationBuilder.CreateIndex(
                name: "IX_AdministratorLinks_TenantId_ManagerId_AdministratorId",
                table: "AdministratorLinks",
                columns: new[] { "TenantId", "ManagerId", "AdministratorId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consents_TenantId_UserId_Version",
                table: "Consents",
                columns: new[] { "TenantId", "UserId", "Version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ActingRows");

            migrationBuilder.DropTable(
                name: "AdministratorLinks");

            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropIndex(
                name: "IX_Users_TenantId_Door_MasterKey",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "MasterKey",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "LinkingById",
                table: "SignInAttempts");
        }
    }
}
